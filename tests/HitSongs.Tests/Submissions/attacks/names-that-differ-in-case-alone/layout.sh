echo "var x = 1;" > Demonstration.cs
echo "var x = 2;" > DEMONSTRATION.CS
echo words > Answer.md
