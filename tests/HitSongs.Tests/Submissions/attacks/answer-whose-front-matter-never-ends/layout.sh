{ echo ---; yes 'a: b' | head -c 900000; } > answer.md
