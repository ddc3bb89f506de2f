using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace CommunityLms.Institutes.Accounts;

/// <summary>Secrets that stand for a person in a link or header. Only their hash is stored; they are long enough to need no salt.</summary>
internal static class Secret
{
    private const int Bytes = 32;

    /// <returns>256 random bits, safe in a URL.</returns>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <returns>SHA-256 in lower-case hexadecimal.</returns>
    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
