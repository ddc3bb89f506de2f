using System.Text.Json.Nodes;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Workflows.Data;
using CommunityLms.Workflows.Forms.Schema;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace CommunityLms.Workflows.Forms;

/// <summary>Published forms, read once: those of a version never change, so that keeping them is safe on every node.</summary>
internal sealed class FormStore(WorkflowsDbContext db, IMemoryCache cache) : IScopedDependency
{
    private static readonly TimeSpan s_kept = TimeSpan.FromHours(1);

    /// <param name="key">As a task or process names it (<c>lms:form</c>); null where it names none.</param>
    /// <returns>Null where the version has no such form.</returns>
    public async Task<Form?> Of(Guid versionId, string? key, CancellationToken cancel) =>
        key is null ? null : await cache.GetOrCreateAsync((typeof(FormStore), versionId, key), async entry =>
        {
            entry.SlidingExpiration = s_kept;
            var stored = await db.VersionForms.Where(f => f.VersionId == versionId && f.Key == key).Select(f => new { f.Name, f.Schema }).SingleOrDefaultAsync(cancel);
            return stored is null ? null : FormReader.Read(stored.Schema, stored.Name).Form;
        });

    /// <summary>The form as the JSON of form-js, for programs; null where the version has no such form.</summary>
    public async Task<JsonNode?> Schema(Guid versionId, string? key, CancellationToken cancel) =>
        key is not null && await db.VersionForms.Where(f => f.VersionId == versionId && f.Key == key).Select(f => f.Schema).SingleOrDefaultAsync(cancel) is { } schema ? JsonNode.Parse(schema) : null;

    /// <summary>Every question of the version's forms, by the name its answer bears in the case.</summary>
    public async Task<IReadOnlyDictionary<string, FormField>> Questions(Guid versionId, CancellationToken cancel)
    {
        var questions = new Dictionary<string, FormField>(StringComparer.Ordinal);
        foreach (var key in await db.VersionForms.Where(f => f.VersionId == versionId).OrderBy(f => f.Key).Select(f => f.Key).ToListAsync(cancel))
            foreach (var question in (await Of(versionId, key, cancel))?.Questions ?? [])
                questions.TryAdd(question.Path.Text, question);
        return questions;
    }
}
