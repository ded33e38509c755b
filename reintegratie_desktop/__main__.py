"""`python -m reintegratie_desktop` opens the window."""

from reintegratie_desktop.app.main import main

if __name__ == "__main__":
    main()
