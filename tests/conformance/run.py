"""Runs the conformance tests, all or the named files, and ends with the counts that ./test adds up."""
import os
import sys
import unittest

FOLDER = os.path.dirname(os.path.abspath(__file__))


def main(names):
    sys.path.insert(0, FOLDER)
    import kernel_under_test

    with kernel_under_test.installed():
        loader = unittest.TestLoader()
        if names:
            suite = loader.loadTestsFromNames([os.path.basename(name).removesuffix(".py") for name in names])
        else:
            suite = loader.discover(FOLDER)
        result = unittest.TextTestRunner(stream=sys.stdout, verbosity=2).run(suite)
    failed = len(result.failures) + len(result.errors)
    skipped = len(result.skipped)
    passed = max(0, result.testsRun - failed - skipped)
    print(f"{passed} passed, {failed} failed, {skipped} skipped")
    return 1 if failed or result.testsRun == 0 else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
