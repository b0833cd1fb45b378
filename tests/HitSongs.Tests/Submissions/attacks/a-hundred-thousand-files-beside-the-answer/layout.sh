seq 100000 | xargs touch
