using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace Training.Sanctions.Tests;

public sealed class PatientIdentifiersProperties
{
    private const int ThisYear = 2026;

    // What reports are made of: words, and the numbers that they need.
    private static readonly Gen<string> Ordinary = Gen.OneOf(
        Gen.Elements(
            "the fax", "went", "to a wrong number", "one patient", "patients", "was called", "record", "chart", "at once", "and reported;", "(twice)", "account",
            "by phone,", "MRN label", "the member", "45 CFR 164.530(c)", "P01", "S12", "— nobody knew", "the social worker", "mail", "at 14:30", "may", "in March 2026"),
        Gen.Choose(0, 999).Select(n => $"room {n}"),
        Gen.Choose(2, 400).Select(n => $"{n} pages"),
        from day in Days(2024, 2026) select day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        from day in Days(2024, 2026) select day.ToString("M/d/yyyy", CultureInfo.InvariantCulture),
        Gen.Choose(1, 99999).Select(n => $"INC{n:0000000}"));

    private static readonly Gen<string> Text = Gen.ListOf(Ordinary, 6).Select(words => string.Join(' ', words));

    private static readonly Gen<char> Dash = Gen.Elements('-', '\u2010', '\u2011', '\u2013', '\u2212', '\uFF0D');

    private static readonly Gen<string> Identifiers = Gen.OneOf(
        from a in Digits(3) from b in Digits(2) from c in Digits(4) from dash in Dash select $"{a}{dash}{b}{dash}{c}",
        from a in Digits(3) from b in Digits(3) from c in Digits(4) from dash in Dash select $"({a}) {b}{dash}{c}",
        from a in Digits(3) from b in Digits(3) from c in Digits(4) from dash in Dash select $"{a}{dash}{b}{dash}{c}",
        from n in Gen.Choose(6, 12) from digits in Digits(n) select digits,
        from n in Gen.Choose(4, 9) from digits in Digits(n) from word in Gen.Elements("MRN ", "MRN: ", "mrn #", "MRN", "patient no. ", "chart number ", "medical record ") select word + digits,
        from day in Days(1920, 2023) select day.ToString("M/d/yyyy", CultureInfo.InvariantCulture),
        from day in Days(1930, 1999) select day.ToString("MM/dd/yy", CultureInfo.InvariantCulture),
        from day in Days(1920, 2023) select day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        from day in Days(1920, 2023) select day.ToString("MMMM d, yyyy", CultureInfo.InvariantCulture),
        from day in Days(1920, 2023) select day.ToString("d MMM yyyy", CultureInfo.InvariantCulture),
        from day in Days(1920, 2026) select "DOB " + day.ToString("M/d/yyyy", CultureInfo.InvariantCulture),
        from name in Gen.Elements("jane.doe", "j_d", "x+y") from host in Gen.Elements("example.org", "mail.example.co.uk") select $"{name}@{host}");

    [Fact]
    public void FirstIn_sees_an_identifier_wherever_it_stands() =>
        Prop.ForAll(
                (from before in Text from identifier in Identifiers from after in Text from border in Gen.Elements(" ", "\n", ", ", " (", "\u00A0") select before + border + identifier + " " + after).ToArbitrary(),
                text => PatientIdentifiers.FirstIn(text, ThisYear) is not null)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(LongRun.Count(3_000, 200_000)));

    [Fact]
    public void FirstIn_sees_nothing_in_ordinary_reports() =>
        Prop.ForAll(Text.ToArbitrary(), text => PatientIdentifiers.FirstIn(text, ThisYear) is null)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(LongRun.Count(3_000, 200_000)));

    [Fact]
    public void FirstIn_answers_for_any_text_at_all() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), text => Enum.IsDefined(PatientIdentifiers.FirstIn(text ?? "", ThisYear) ?? Identifier.EMailAddress))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(LongRun.Count(3_000, 100_000)));

    private static Gen<string> Digits(int count) => Gen.Choose(0, 9).ArrayOf(count).Select(digits => string.Concat(digits));

    private static Gen<DateOnly> Days(int first, int last) =>
        from year in Gen.Choose(first, last) from day in Gen.Choose(1, 365) select new DateOnly(year, 1, 1).AddDays(day - 1);
}
