"""Prints the tests of results files (.trx) that failed, with their messages."""

import sys
import xml.etree.ElementTree as ElementTree

TRX = "{http://microsoft.com/schemas/VisualStudio/TeamTest/2010}"
LONGEST = 1200

for path in sys.argv[1:]:
    for result in ElementTree.parse(path).iter(TRX + "UnitTestResult"):
        if result.get("outcome") in ("Failed", "Error", "Timeout", "Aborted"):
            message = result.findtext(f"{TRX}Output/{TRX}ErrorInfo/{TRX}Message") or "no message"
            print(f"== failed test: {result.get('testName')} after {result.get('duration')}\n{message[:LONGEST]}")
