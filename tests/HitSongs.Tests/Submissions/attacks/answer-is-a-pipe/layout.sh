mkfifo answer.md
