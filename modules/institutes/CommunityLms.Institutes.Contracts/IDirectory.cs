using CommunityLms.Kernel.Localization;

namespace CommunityLms.Institutes.Contracts;

/// <summary>
/// Finds colleagues and units of the whole institute by name, for handing work to one another. It holds what stands on a door plate, a name and a
/// place, and so is open to everybody who works here.
/// </summary>
public interface IDirectory
{
    /// <param name="words">Parts of name, transcription or staff number; without any nobody is found.</param>
    Task<IReadOnlyList<Listed>> Colleagues(string? words, CancellationToken cancel);

    /// <param name="words">Parts of name, transcription or code; without any the uppermost units are found.</param>
    Task<IReadOnlyList<Listed>> Places(string? words, CancellationToken cancel);

    /// <returns>Those of the ids that are a person or a unit of the institute, whoever has left included.</returns>
    Task<IReadOnlyDictionary<Guid, Listed>> Find(IReadOnlyCollection<Guid> ids, CancellationToken cancel);
}

/// <param name="Hint">Where it belongs, for names that repeat.</param>
public sealed record Listed(Guid Id, string Name, string? Hint)
{
    /// <summary>The name with where it belongs, as the reader's language brackets it.</summary>
    public string InFull => Hint is null ? Name : Languages.IsChinese ? $"{Name}（{Hint}）" : $"{Name} ({Hint})";
}
