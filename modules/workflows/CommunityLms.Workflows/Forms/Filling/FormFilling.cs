using System.Text.Json.Nodes;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Workflows.Forms.Schema;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace CommunityLms.Workflows.Forms.Filling;

/// <summary>What a page sent.</summary>
/// <param name="Answers">What goes into the case; only of use where <see cref="IsComplete"/>.</param>
/// <param name="Errors">By field.</param>
/// <param name="AsksMore">An answer brought questions that the page didn't show yet.</param>
/// <param name="ChangesRows">A row of a list was added or removed; nothing was sent to be done with.</param>
internal sealed record FormAnswers(JsonObject Answers, IReadOnlyList<AnswerError> Errors, bool AsksMore, bool ChangesRows)
{
    /// <summary>The form is answered; otherwise the page is shown again.</summary>
    public bool IsComplete => Errors.Count == 0 && !AsksMore && !ChangesRows;

    /// <summary>What was entered so far, finished or not: for <c>PassingOn.Keep</c>, and for <see cref="FormFilling.View"/> later.</summary>
    public JsonObject Draft => Answers;

    /// <summary>Puts the errors beside their fields and into the summary. Not while rows are changed: nobody said they were done.</summary>
    public void Tell(ModelStateDictionary state, IStringLocalizer texts)
    {
        if (!ChangesRows)
            foreach (var (name, rule, arguments) in Errors)
                state.AddModelError(name, texts[rule.Message, [.. arguments.Select(a => a ?? "")]]);
    }
}

/// <summary>
/// Forms on pages. A page that has people fill in a form does four things:
/// <code>
/// var form = await forms.Of(versionId, key, cancel);                          // FormStore; null where the drawing names none
/// View = await filling.View(form, variables, Request, draft, cancel);         // in Prepare: on GET and whenever the page is shown again
/// &lt;lms-form files="@Model.View.TakesFiles"&gt;&lt;partial name="_Form" model="Model.View" /&gt;&lt;lms-submit&gt;…&lt;/lms-submit&gt;&lt;/lms-form&gt;
/// var answers = await filling.Read(form, variables, Request, cancel);         // in OnPost
/// if (!answers.IsComplete) { answers.Tell(ModelState, L); await Prepare(cancel); return Page(); }
/// </code>
/// <c>variables</c> are the case's (<c>Values.ToJson</c>), or for a start form <c>starter</c>, <c>starterName</c> and <c>unit</c>. A button "keep for later" posts to a
/// handler of its own, which gives <see cref="FormAnswers.Draft"/> to <c>PassingOn.Keep</c>. The page needs nothing else for files, pickers,
/// rows that are added, and questions that depend on answers.
/// </summary>
internal sealed class FormFilling(AnswerChecks checks, FormFiles files, PickerChoices choices, TimeProvider clock) : IScopedDependency
{
    private (Form Form, FormAnswers Answers, FormMoment Moment)? _read;

    /// <summary>What the request sent, checked. A request is read once, however often this is called: its files are stored once.</summary>
    public async Task<FormAnswers> Read(Form form, JsonObject variables, HttpRequest request, CancellationToken cancel)
    {
        if (_read is { } known && known.Form == form)
            return known.Answers;
        var posted = await request.ReadFormAsync(cancel);
        // What only follows an answer is asked again with each; the files stay in the browser until the form is sent.
        if (posted[PostedForm.Action] != PostedForm.Follow)
            await files.Take(form, posted.Files, cancel);
        var page = new PostedForm(posted, (field, name) => files.Of(posted, field, name));
        var moment = FormMoment.Of(form, variables, page.Read(form), clock.GetLocalNow(), page.Seen);
        var refused = files.Errors.Select(e => e.Name).ToHashSet(StringComparer.Ordinal);
        var errors = (await checks.Check(moment, cancel)).Where(e => !refused.Contains(e.Name)).Concat(files.Errors).ToList();
        // A question that wasn't shown can't have been left out.
        var more = moment.Fields.Any(f => !f.ReadOnly && !page.Seen.Contains(f.Name));
        var answers = new FormAnswers(moment.Answers, [.. errors.Where(e => page.Seen.Contains(e.Name))], more, page.ChangesRows);
        _read = (form, answers, moment);
        return answers;
    }

    /// <summary>The form as the page shows it: what was just sent, else the draft, else as it is at first.</summary>
    public async Task<FormView> View(Form form, JsonObject variables, HttpRequest request, JsonObject? draft, CancellationToken cancel)
    {
        var sent = request.HasFormContentType && (await request.ReadFormAsync(cancel)).ContainsKey(PostedForm.Shown);
        if (sent)
            await Read(form, variables, request, cancel);
        var moment = sent ? _read!.Value.Moment : FormMoment.Of(form, variables, draft, clock.GetLocalNow());
        var pickers = await choices.Of(moment.Fields, sent ? request.Form : null, cancel);
        var kept = moment.Fields.Where(f => f.Field is FileField).ToDictionary(f => f.Name, IReadOnlyList<FileTicket> (f) => [.. f.Files.Select(k => new FileTicket(k.Name, files.TicketOf(k)))], StringComparer.Ordinal);
        return new(form, moment.Parts, pickers, kept) { AsksMore = sent && _read!.Value.Answers is { AsksMore: true, ChangesRows: false, Errors.Count: 0 } };
    }
}
