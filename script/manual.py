"""Turns the help of all commands (JSON on standard input) into one page of the manual, in man(7)."""

import json
import re
import sys


def escaped(text):
    """Text that roff takes as it is: no backslash, no dash that becomes a hyphen, no dot or quote that begins a request."""
    return text.replace("\\", "\\e").replace("-", "\\-")


def line(text):
    text = escaped(text)
    return "\\&" + text if text[:1] in (".", "'") else text


def quoted(text):
    return '"' + escaped(text).replace('"', '\\(dq') + '"'


def name_of(argument):
    """How an argument is written: --format <format>, or <project>."""
    value = f"<{argument.get('valueName', 'value')}>"
    if argument["kind"] == "positional":
        return value
    names = ", ".join(("-" if one["kind"] == "short" else "--") + one["name"] for one in argument["names"])
    return names if argument["kind"] == "flag" else f"{names} {value}"


def shown(command):
    return [one for one in command.get("arguments", []) if one.get("shouldDisplay", True) and name_of(one) not in ("-h, --help", "--version")]


def usage(words, command):
    parts = []
    for one in shown(command):
        value = f"<{one.get('valueName', 'value')}>"
        if one["kind"] != "positional":
            name = one.get("preferredName") or one["names"][-1]
            dashes = ("-" if name["kind"] == "short" else "--") + name["name"]
            value = dashes if one["kind"] == "flag" else f"{dashes} {value}"
        value += " ..." if one.get("isRepeating") else ""
        parts.append(f"[{value}]" if one.get("isOptional") else value)
    if subcommands(command):
        parts.append("<subcommand>")
    return " ".join([*words, *parts])


def subcommands(command):
    return [one for one in command.get("subcommands", []) if one["commandName"] != "help" and one.get("shouldDisplay", True)]


def discussion(text):
    """Paragraphs, and examples as they are typed."""
    for part in re.split(r"\n\s*\n", text.strip("\n")):
        lines = part.split("\n")
        if lines[0].strip() == "EXAMPLES":
            yield ".PP\nExamples:\n.PP\n.nf\n.RS 4\n" + "\n".join(line(one.strip()) for one in lines[1:]) + "\n.RE\n.fi"
        else:
            yield ".PP\n" + "\n".join(line(one.strip()) for one in lines)


def describe(words, command, out):
    out.append(f".SS {quoted(' '.join(words))}")
    if command.get("abstract"):
        out.append(line(command["abstract"]))
    out.append(f".PP\n{line(usage(words, command))}")
    for one in shown(command):
        out.append(f".TP\n.B {quoted(name_of(one))}")
        text = one.get("abstract") or ""
        if one.get("defaultValue") not in (None, ""):
            text += f" (default: {one['defaultValue']})"
        values = one.get("allValues") or one.get("allValueStrings")
        if values and not all(value in text for value in values):
            text += f" One of: {', '.join(values)}."
        out.append(line(text.strip() or "See above."))
    out.extend(discussion(command.get("discussion", "")) if command.get("discussion") else [])
    for one in subcommands(command):
        describe([*words, one["commandName"]], one, out)


def main():
    version, day = sys.argv[1:]
    root = json.load(sys.stdin)["command"]
    out = [
        '.\\" Written by script/manual from the help of the commands; change it there.',
        f'.TH MENGPANEEL 1 {day} "Mengpaneel {version}" "User Commands"',
        ".SH NAME", "mengpaneel \\- " + line(root["abstract"]),
        ".SH SYNOPSIS", ".B mengpaneel", "<subcommand> ...", ".SH DESCRIPTION",
        line("Takes the open data of a Dutch municipality, tests the claims behind policy on mixing incomes on them, simulates"),
        line("what a package of measures changes, and runs the evening on which a group talks about it."),
        line("Estimates come with their uncertainty; nothing is recommended."),
        *discussion(root.get("discussion", "")),
        ".SH COMMANDS",
    ]
    for one in subcommands(root):
        describe(["mengpaneel", one["commandName"]], one, out)
    out += [
        ".SH ENVIRONMENT", ".TP\n.B MENGPANEEL_READ", line("The program that reads files of others; beside this program where left out."),
        ".TP\n.B LC_ALL, LC_MESSAGES, LANG", line("The language in which the program speaks: Dutch where it begins with nl, else English."),
        ".SH EXIT STATUS", line("0 when all went well; 64 when a command was not understood; else 1, with one line on standard error."),
        ".SH SEE ALSO", line("The guide for the chair, the threat model and the other documents in the source of the program."),
    ]
    print("\n".join(out))


main()
