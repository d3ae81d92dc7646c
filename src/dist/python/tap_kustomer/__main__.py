"""python -m tap_kustomer does what tap-kustomer does."""

from tap_kustomer import main

main()
