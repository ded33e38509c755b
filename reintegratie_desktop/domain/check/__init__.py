"""The check of a case ("is mijn dossier op orde?"): what UWV looks at, how it stands, and how to put it right today.

Facts in, items out; nothing here is a chance or a mark. Real effort weighs more than the date on a paper.
"""
