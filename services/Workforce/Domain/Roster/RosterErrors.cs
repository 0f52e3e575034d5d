using NodaTime;
using Training.Hosting;

namespace Training.Workforce;

internal sealed class RosterHeaderMissing()
    : DomainError(ErrorKind.Invalid, "The first message of a roster must be its header, and no later one. Send file_name and effective_on first, then the file's bytes.", "header");

internal sealed class RosterFileNameUnusable()
    : DomainError(ErrorKind.Invalid, $"Give the file's name in 1 to {RosterImport.LongestFileName} characters, without control characters.", "file_name");

internal sealed class RosterChunkTooLarge(int bytes, int most)
    : DomainError(ErrorKind.TooMuch, $"A chunk of {bytes} bytes is too large. Send the file in chunks of at most {most} bytes.", "data");

internal sealed class RosterNotUtf8()
    : DomainError(ErrorKind.Invalid, "The file is not UTF-8, so that names would be garbled. Export it as UTF-8 and send it again; nothing was changed.");

internal sealed class RosterColumnsMissing(string missing)
    : DomainError(ErrorKind.Invalid, $"The header line lacks {missing}. The first line names the columns, divided by '|' (see content/sample/README.md); nothing was changed.");

internal sealed class RosterColumnNamedTwice(string column)
    : DomainError(ErrorKind.Invalid, $"The header line names the column {column} twice. Name each column once; nothing was changed.");

internal sealed class RosterLineTooLong()
    : DomainError(ErrorKind.Invalid, "A value of the file is longer than 64 KiB, so that its lines are probably not divided as they should be. End each line with LF or CRLF; nothing was changed.");

internal sealed class RosterTooLong(int most)
    : DomainError(ErrorKind.TooMuch, $"The file has more than {most} lines. Send at most so many in one file; nothing was changed.");

internal sealed class RosterOlderThanLast(LocalDate effectiveOn, LocalDate last)
    : DomainError(ErrorKind.NotNow, $"The roster is known as of {last:uuuu-MM-dd} already; a file as of {effectiveOn:uuuu-MM-dd} would undo that. Send the newest file.", "effective_on");

internal sealed class RosterTooFarAhead(LocalDate effectiveOn, LocalDate latest)
    : DomainError(ErrorKind.Invalid, $"{effectiveOn:uuuu-MM-dd} lies ahead; every file until then would be refused, and people would leave on days to come. Send {latest:uuuu-MM-dd} or earlier.", "effective_on");

internal sealed class LeaversNotConfirmed(int leavers, int present, int percent)
    : DomainError(
        ErrorKind.NotNow,
        $"By this file {leavers} of {present} people would leave, more than {percent} %. Is the file whole? If it is, send it again with confirmed_leavers = {leavers}; nothing was changed.",
        "confirmed_leavers");

internal sealed class RosterImportNotFound(RosterImportId id)
    : DomainError(ErrorKind.NotFound, $"There is no roster import {id}. List the imports to find its id.");
