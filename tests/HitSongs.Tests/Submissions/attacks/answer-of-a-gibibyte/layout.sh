truncate -s 1G answer.md
