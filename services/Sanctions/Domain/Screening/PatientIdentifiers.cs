using System.Text.RegularExpressions;

namespace Training.Sanctions;

/// <summary>
/// Sees identifiers of patients in free text, whatever digits and dashes they are written with. It goes by shape and by the words around, so that
/// the day of an incident, a clause, a room, a ticket or a number of pages passes.
/// </summary>
internal static class PatientIdentifiers
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Compiled;

    private static readonly (Identifier Kind, Regex Shape)[] Shapes =
    [
        (Identifier.EMailAddress, new Regex(@"[^\s@]+ ?@ ?[^\s@]+\.[a-z]{2,}", Options)),
        (Identifier.SocialSecurityNumber, new Regex(@"(?<![\d-])\d{3}[- ]\d{2}[- ]\d{4}(?![\d-])", Options)),
        (Identifier.SocialSecurityNumber, new Regex(@"\b(?:ssn|social security(?: number| no)?)\b\D{0,12}\d{4}", Options)),
        (Identifier.PhoneNumber, new Regex(@"(?<![\d.-])(?:1[ .-]?)?(?:\(\d{3}\) ?|\d{3}[ .-])\d{3}[ .-]\d{4}(?![\d-])", Options)),
        (Identifier.PhoneNumber, new Regex(@"\+\d[\d ().-]{7,}\d", Options)),
        (Identifier.PhoneNumber, new Regex(@"(?<![\d.-])\d{3}-\d{4}(?![\d-])", Options)),
        (Identifier.RecordNumber, new Regex(@"\bmr[n#]? ?(?:no\.?|number|is|was|of)?[ #:=(]{0,3}[a-z]{0,3}-?\d[\d-]{2,}\d", Options)),
        // Many digits in a row, but for the number of a ticket.
        (Identifier.RecordNumber, new Regex(
            @"(?<![\d.,]|(?:inc|req|chg|tkt|ticket|incident|request|change)(?: no\.?| number)?[- #:]{0,2}|[a-z]{3}-\d{4}-)\d{6,}", Options)),
        (Identifier.RecordNumber, new Regex(@"(?<![\d-])(?:\d{3}[ -]\d{3}[ -]\d{3}|\d{4}[ -]\d{4}[ -]\d{4})(?![\d-])", Options)),
    ];

    private const string Label = @"\b(?:patient|chart|account|encounter|member)";

    // Without the word 'number' four digits are as well a year.
    private static readonly Regex Labelled = new(
        $@"(?:(?:\bmedical record|{Label} (?:id|no|nr|number))\b\.?|(?<short>{Label})\b)(?: (?:is|was|of))?[ #:=(]{{0,3}}(?<number>[a-z]{{0,2}}-?\d(?(short)[\d-]{{3,}}|[\d-]{{2,}})\d)", Options);

    private static readonly Regex ThreePairs = new(@"(?<![\d-])\d{2}-\d{2}-\d{2}(?![\d-])", Options);

    /// <summary>The first kind of identifier that the text seems to hold; null where it seems to hold none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="thisYear">A full date from more than two years before it is taken for a date of birth.</param>
    public static Identifier? FirstIn(string text, int thisYear)
    {
        if (PlainText.HasControlCharacter(text))
            return Identifier.ControlCharacter;
        var plain = PlainText.Of(text);
        foreach (var (kind, shape) in Shapes)
        {
            if (shape.IsMatch(plain))
                return kind;
        }

        if (WrittenDates.SomebodyWasBornOn(plain, thisYear))
            return Identifier.DateOfBirth;
        var isNumbered = Labelled.Matches(plain).Select(label => label.Groups["number"].Value).Concat(ThreePairs.Matches(plain).Select(pairs => pairs.Value))
            .Any(number => !WrittenDates.IsDate(number));
        return isNumbered ? Identifier.RecordNumber : null;
    }
}
