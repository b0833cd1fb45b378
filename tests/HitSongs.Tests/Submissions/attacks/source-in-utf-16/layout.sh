printf "var x = 1;" | iconv -t UTF-16 > demonstration.cs
