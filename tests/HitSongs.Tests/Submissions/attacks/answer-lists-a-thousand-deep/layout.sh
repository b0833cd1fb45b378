for i in $(seq 1000); do printf "%${i}s- item\n" ''; done > answer.md
