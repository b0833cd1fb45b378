mkdir answer.md && touch answer.md/answer.md
