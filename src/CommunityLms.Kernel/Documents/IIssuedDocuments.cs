namespace CommunityLms.Kernel.Documents;

/// <summary>Papers that left the house with a number: whoever holds one can ask, without an account, whether it is ours and what it said.</summary>
public interface IIssuedDocuments
{
    /// <summary>Gives the paper its number. The same content of the same thing keeps the number it has.</summary>
    Task<IssuedDocument> Issue(DocumentToIssue document, CancellationToken cancel);

    /// <summary>The number that this content has got; null while it hasn't got any.</summary>
    /// <param name="kind">What sort of paper, for example "mentoring.certificate".</param>
    /// <param name="subjectId">What it is about, for example the contract.</param>
    Task<IssuedDocument?> Find(string kind, Guid subjectId, string hash, CancellationToken cancel);

    /// <summary>What anybody with the number may read, of whichever institute it is; null where there is none.</summary>
    /// <param name="code">As printed; hyphens, spaces and case don't matter.</param>
    Task<PublicDocument?> Verify(string code, CancellationToken cancel);
}

/// <param name="Hash">Of its content (<see cref="ContentHash"/>).</param>
/// <param name="Title">What stands at the head of the paper.</param>
/// <param name="Facts">What the public page shows beside that, in the words of the paper: nothing that the paper's holder wouldn't show.</param>
public sealed record DocumentToIssue(string Kind, Guid SubjectId, string Hash, string Title, IReadOnlyList<DocumentFact> Facts);

public sealed record DocumentFact(string Label, string Value);

/// <param name="Code">Sixteen letters and digits in groups of four, 80 random bits: nobody guesses another's.</param>
public sealed record IssuedDocument(string Code, string Hash, DateTime IssuedAt);

public sealed record PublicDocument(string Code, string Hash, DateTime IssuedAt, string Title, IReadOnlyList<DocumentFact> Facts);
