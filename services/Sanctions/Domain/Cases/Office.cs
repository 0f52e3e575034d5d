namespace Training.Sanctions;

internal enum Office
{
    Privacy = 1,
    Security,
}
