using System.Security.Cryptography;
using System.Text.Json;
using CommunityLms.Kernel.Documents;
using CommunityLms.Kernel.Modularity;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Kernel.Data.Documents;

internal sealed class IssuedDocuments(KernelDbContext db, TimeProvider clock) : IIssuedDocuments, IScopedDependency
{
    public const int CodeLength = 16;
    private const int Group = 4;

    /// <summary>Crockford's alphabet, without letters that look like digits (https://www.crockford.com/base32.html).</summary>
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    public async Task<IssuedDocument> Issue(DocumentToIssue document, CancellationToken cancel)
    {
        if (await Find(document.Kind, document.SubjectId, document.Hash, cancel) is { } issued)
            return issued;
        var record = new DocumentRecord
        {
            Code = RandomNumberGenerator.GetString(Alphabet, CodeLength), Kind = document.Kind, SubjectId = document.SubjectId, Hash = document.Hash, Title = document.Title,
            Facts = JsonSerializer.Serialize(document.Facts), IssuedAt = clock.GetUtcNow().UtcDateTime,
        };
        db.Documents.Add(record);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException)
        {
            // Pressed twice: the other one has numbered it.
            db.Entry(record).State = EntityState.Detached;
            if (await Find(document.Kind, document.SubjectId, document.Hash, cancel) is { } other)
                return other;
            throw;
        }
        return new(Grouped(record.Code), record.Hash, record.IssuedAt);
    }

    public async Task<IssuedDocument?> Find(string kind, Guid subjectId, string hash, CancellationToken cancel)
    {
        var found = await db.Documents.Where(d => d.Kind == kind && d.SubjectId == subjectId && d.Hash == hash).Select(d => new { d.Code, d.IssuedAt }).SingleOrDefaultAsync(cancel);
        return found is null ? null : new(Grouped(found.Code), hash, found.IssuedAt);
    }

    public async Task<PublicDocument?> Verify(string code, CancellationToken cancel)
    {
        var plain = string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        // Whoever holds a paper has no account, and so no institute.
        var found = await db.Documents.IgnoreQueryFilters([Filters.Tenant]).AsNoTracking().SingleOrDefaultAsync(d => d.Code == plain, cancel);
        return found is null ? null : new(Grouped(found.Code), found.Hash, found.IssuedAt, found.Title, JsonSerializer.Deserialize<List<DocumentFact>>(found.Facts)!);
    }

    private static string Grouped(string code) => string.Join('-', code.Chunk(Group).Select(part => new string(part)));
}
