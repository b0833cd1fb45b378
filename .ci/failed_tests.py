"""Prints the tests of a results file (.trx) that failed, with their messages."""

import sys
import xml.etree.ElementTree as ElementTree

TRX = "{http://microsoft.com/schemas/VisualStudio/TeamTest/2010}"
LONGEST = 1200

for result in ElementTree.parse(sys.argv[1]).iter(TRX + "UnitTestResult"):
    if result.get("outcome") in ("Failed", "Error", "Timeout", "Aborted"):
        message = result.findtext(f"{TRX}Output/{TRX}ErrorInfo/{TRX}Message") or "no message"
        print(f"== failed test: {result.get('testName')} after {result.get('duration')}\n{message[:LONGEST]}")
