using System.ComponentModel.DataAnnotations;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Permissions;
using CommunityLms.Mentoring.Contracts;
using CommunityLms.Mentoring.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Mentoring.Programmes;

/// <summary>Sets up a programme from a template, opens and closes it.</summary>
internal sealed class SetUpProgramme(MentoringDbContext db, IAccess access) : IScopedDependency
{
    /// <returns>The programme, not open yet.</returns>
    public async Task<Guid> Handle(ProgrammeInput input, CancellationToken cancel)
    {
        await access.RequireEverywhere(MentoringPermissions.Programmes.Edit, cancel);
        var programme = new Programme(ProgrammeTemplate.Of(input.Template).Plan(input));
        db.Add(programme);
        await db.SaveChangesAsync(cancel);
        return programme.Id;
    }

    public Task Open(Guid id, CancellationToken cancel) => Change(id, p => p.Open(), cancel);

    public Task Close(Guid id, CancellationToken cancel) => Change(id, p => p.Close(), cancel);

    private async Task Change(Guid id, Action<Programme> change, CancellationToken cancel)
    {
        await access.RequireEverywhere(MentoringPermissions.Programmes.Edit, cancel);
        change(await db.Programmes.SingleOrDefaultAsync(p => p.Id == id, cancel) ?? throw new RecordMissing("programme"));
        await db.SaveChangesAsync(cancel);
    }
}

/// <summary>What the form asks for; stages and activities come from the template.</summary>
internal sealed record ProgrammeInput
{
    [Required, Display(Name = "Template")]
    public string Template { get; set; } = ProgrammeTemplate.City.Key;

    [Required, StringLength(Programme.NameLength), Display(Name = "Name")]
    public string Name { get; set; } = "";

    [Required, Display(Name = "First day")]
    public DateOnly? From { get; set; }

    [Required, Display(Name = "Last day")]
    public DateOnly? To { get; set; }

    [Display(Name = "Mid-term confirmation from")]
    public DateOnly? MidtermOn { get; set; }

    [Display(Name = "Subjects")]
    public List<Guid> SubjectIds { get; set; } = [];

    [Required, Display(Name = "Workflow of the contracts")]
    public string WorkflowKey { get; set; } = "";

    [Display(Name = "Workflow of amendments")]
    public string? AmendmentKey { get; set; }

    [Display(Name = "Mentor and trainee may belong to one school")]
    public bool AllowsOneSchool { get; set; }
}
