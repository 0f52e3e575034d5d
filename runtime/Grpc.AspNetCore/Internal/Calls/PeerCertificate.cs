using System.Security.Cryptography.X509Certificates;
using System.Text;
using Grpc.Core;

namespace Grpc.AspNetCore.Server.Internal;

internal static class PeerCertificate
{
    private const string SubjectAlternativeName = "x509_subject_alternative_name";
    private const string CommonName = "x509_common_name";

    /// <summary>Names the peer by its DNS names, or where it has none by its common name.</summary>
    public static AuthContext Describe(X509Certificate2 certificate)
    {
        var properties = new Dictionary<string, List<AuthProperty>>();
        var names = certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>().SelectMany(extension => extension.EnumerateDnsNames()).ToList();
        if (names.Count > 0)
            properties[SubjectAlternativeName] = names.ConvertAll(name => Property(SubjectAlternativeName, name));
        if (certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false) is { Length: > 0 } common)
            properties[CommonName] = [Property(CommonName, common)];
        return new AuthContext(names.Count > 0 ? SubjectAlternativeName : properties.ContainsKey(CommonName) ? CommonName : null, properties);
    }

    private static AuthProperty Property(string name, string value) => AuthProperty.Create(name, Encoding.UTF8.GetBytes(value));
}
