namespace Training.Sanctions;

/// <summary>Our terms in plain words, for messages.</summary>
internal static class Words
{
    private const string LeaveOut = "Leave it out and say it in general words, such as 'one patient's referral went to a wrong fax number'; who the patient is stands in the incident system.";

    public static string Of(CaseState state) => state switch
    {
        CaseState.Open => "open",
        CaseState.ClosedWithoutSanction => "closed without sanction",
        CaseState.Proposed => "proposed",
        CaseState.Signed => "signed by both keys",
        CaseState.Executed => "executed",
        CaseState.Closed => "closed",
    };

    public static string Of(Office office) => office switch
    {
        Office.Privacy => "privacy office",
        Office.Security => "security office",
    };

    public static string Of(Identifier seen) => seen switch
    {
        Identifier.ControlCharacter => "a control character",
        Identifier.EMailAddress => "an e-mail address",
        Identifier.SocialSecurityNumber => "a social security number",
        Identifier.DateOfBirth => "a date of birth",
        Identifier.PhoneNumber => "a telephone or fax number",
        Identifier.RecordNumber => "a medical record or account number",
    };

    public static string InsteadOf(Identifier seen) => seen switch
    {
        Identifier.ControlCharacter => "Send plain text: letters, digits, punctuation and line breaks.",
        Identifier.DateOfBirth => "The day of the incident has its own field. " + LeaveOut,
        _ => LeaveOut,
    };
}
