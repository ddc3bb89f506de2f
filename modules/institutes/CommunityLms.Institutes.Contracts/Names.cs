using CommunityLms.Kernel.Localization;

namespace CommunityLms.Institutes.Contracts;

/// <summary>A person's name in the order of the reader's language.</summary>
/// <param name="LatinName">The transcription, family name first ("Chen Xiaolan"); null where nobody has entered one.</param>
public sealed record PersonName(string FamilyName, string GivenName, string? LatinName)
{
    /// <summary>As it stands in the person's papers, whoever reads it: for journals and records.</summary>
    public string Written => FamilyName + GivenName;

    /// <summary>Chinese readers see the name as it is written, others its transcription where there is one.</summary>
    public override string ToString() => Languages.IsChinese || string.IsNullOrEmpty(LatinName) ? Written : LatinName;
}

/// <summary>The name of a unit or subject in the reader's language.</summary>
/// <param name="LatinName">The name for readers of other languages; null where nobody has entered one.</param>
public sealed record LocalName(string Name, string? LatinName)
{
    public override string ToString() => Languages.IsChinese || string.IsNullOrEmpty(LatinName) ? Name : LatinName;
}
