seq 100000 | sed 's/.*/[a&]: b&/' | head -c 1000000 > answer.md
