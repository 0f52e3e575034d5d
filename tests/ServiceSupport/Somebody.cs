using System.Security.Cryptography;
using System.Text;
using Training.Hosting;

namespace Training.Tests.Services;

/// <summary>The organisations and human beings of the tests: the same name is the same id in every test.</summary>
public static class Somebody
{
    public static readonly OrganisationId Hospital = new(Guid.Parse("01900000-0000-7000-8000-000000000001"));
    public static readonly OrganisationId Clinic = new(Guid.Parse("01900000-0000-7000-8000-000000000002"));

    public static MemberId Named(string name) => new(new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16)));
}
