namespace Training.Sanctions;

/// <summary>What a text seems to hold that it must not.</summary>
internal enum Identifier
{
    ControlCharacter = 1,
    EMailAddress,
    SocialSecurityNumber,
    DateOfBirth,
    PhoneNumber,
    RecordNumber,
}
