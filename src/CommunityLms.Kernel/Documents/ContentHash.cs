using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CommunityLms.Kernel.Documents;

/// <summary>One form of a document's content that gives one hash.</summary>
public sealed class ContentHash
{
    private readonly StringBuilder _text = new();

    /// <summary>A named value. With its length before it no value can pass for the beginning of the next.</summary>
    public ContentHash Add(string name, string? value)
    {
        _text.Append(CultureInfo.InvariantCulture, $"{name} {value?.Length ?? 0}\n{value}\n");
        return this;
    }

    /// <returns>SHA-256 (FIPS 180-4) in lower case.</returns>
    public override string ToString() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(_text.ToString())));
}
