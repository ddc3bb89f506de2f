using System.Text.Json.Nodes;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Workflows.Cases;
using CommunityLms.Workflows.Engine.Bpmn;
using CommunityLms.Workflows.Forms.Schema;
using CommunityLms.Workflows.Inbox;

namespace CommunityLms.Workflows.Forms.Filling;

/// <summary>Holds answers against what a step asks for, whoever sends them: its form, or the names in its drawing.</summary>
internal sealed class StepAnswers(FormStore forms, AnswerChecks checks, BroughtFiles files, TimeProvider clock) : IScopedDependency
{
    /// <param name="node">The step; null where a case begins without one that could ask.</param>
    /// <param name="formKey">The form the drawing names; null where it names none.</param>
    /// <param name="variables">What the case holds there.</param>
    /// <param name="entered">In the shape of the form; a file as <c>{"id": …}</c>.</param>
    /// <param name="draft">What was kept before: its files may stay.</param>
    /// <returns>What goes into the case: hidden questions left out, computed values in it.</returns>
    /// <exception cref="RuleBroken">Answers need a change; each is named by its field.</exception>
    public async Task<JsonObject> Hold(Guid versionId, FlowNode? node, string? formKey, JsonObject variables, JsonObject entered, JsonObject? draft, CancellationToken cancel)
    {
        if (await forms.Of(versionId, formKey, cancel) is not { } form)
        {
            if (node is not null)
                Answers.Check(node, entered);
            return entered;
        }
        if (entered.Select(a => a.Key).FirstOrDefault(name => KnownVariables.Has(name) || !form.Names.Contains(name)) is { } foreign)
            throw new RuleBroken(WorkRules.NotAsked with { Field = $"{PostedForm.Root}.{foreign}" }, foreign);
        var brought = await files.Mine(entered, cancel);
        var known = KeptFile.Within(variables).Concat(draft is null ? [] : KeptFile.Within(draft)).Concat(brought.Select(b => new KeptFile(b.FileId, b.Name))).DistinctBy(f => f.Id).ToDictionary(f => f.Id, f => f.Name);
        var moment = FormMoment.Of(form, variables, Named((JsonObject)entered.DeepClone(), known), clock.GetLocalNow());
        var kinds = brought.ToDictionary(b => b.FileId, b => b.ContentType);
        var errors = (await checks.Check(moment, cancel)).Concat(moment.Fields.Where(f => !f.ReadOnly).Select(f => Of(f, known, kinds)).OfType<AnswerError>()).Select(e => new RuleBroken(e.Rule with { Field = e.Name }, e.Arguments)).ToList();
        if (errors is [var first, .. var others])
            throw new RuleBroken(first.Rule, [.. first.Args]) { Others = others };
        return moment.Answers;
    }

    /// <summary>A file is the case's already, was kept before, or was brought by whoever answers: nobody names a file of somebody else.</summary>
    private static AnswerError? Of(PlacedField field, Dictionary<Guid, string> known, Dictionary<Guid, string> kinds) => field.Field is not FileField asked ? null
        : field.Files.Any(f => !known.ContainsKey(f.Id)) ? new(field.Name, AnswerRules.NoSuchFile, field.Label)
        : field.Files.Any(f => kinds.TryGetValue(f.Id, out var kind) && !asked.ContentTypes.Contains(kind)) ? new(field.Name, AnswerRules.WrongFile, field.Label, FileKinds.EndingsOf(asked.ContentTypes))
        : null;

    /// <summary>Files bear the names they came with, whatever the caller calls them.</summary>
    private static JsonObject Named(JsonObject answers, Dictionary<Guid, string> known)
    {
        Name(answers);
        return answers;

        void Name(JsonNode? node)
        {
            if (node is JsonArray items)
                foreach (var item in items)
                    Name(item);
            if (node is not JsonObject pairs)
                return;
            if (Guid.TryParse(pairs["id"]?.ToString(), out var id) && known.TryGetValue(id, out var name))
                pairs["name"] = name;
            foreach (var (_, inner) in pairs.ToList())
                Name(inner);
        }
    }
}
