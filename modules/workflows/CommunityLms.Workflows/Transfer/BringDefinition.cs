using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Workflows.Data;
using CommunityLms.Workflows.Definitions;
using CommunityLms.Workflows.Forms;
using CommunityLms.Workflows.Forms.Schema;

namespace CommunityLms.Workflows.Transfer;

/// <summary>Brings a workflow with its forms in from one file, as a draft. All of it or nothing.</summary>
internal sealed class BringDefinition(WorkflowsDbContext db, EditDefinition edit, DefinitionChecks checks) : IScopedDependency
{
    /// <param name="key">Instead of the short name in the file.</param>
    /// <returns>The definition.</returns>
    /// <exception cref="RuleBroken">The file can't be used, or the short name is taken.</exception>
    public async Task<Guid> Handle(Stream content, string? key, CancellationToken cancel)
    {
        var file = await WorkflowFile.Read(content, cancel);
        foreach (var form in file.Forms)
            if (FormReader.Read(form.Schema, form.Name) is { Form: null } broken)
                throw new RuleBroken(FormRules.CantBeRead with { Field = FileRules.Damaged.Field }, checks.Words(broken.Problems));
        return await edit.Create(string.IsNullOrWhiteSpace(key) ? file.Key : key.Trim(), file.Name, file.Xml,
            id => db.AddRange(file.Forms.Select(f => new DefinitionForm(id, f.Key, f.Name, f.Schema))), cancel);
    }
}
