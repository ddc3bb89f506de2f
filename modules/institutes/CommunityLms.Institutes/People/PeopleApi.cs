using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel;
using CommunityLms.Kernel.Paging;
using CommunityLms.Kernel.Web.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace CommunityLms.Institutes.People;

/// <summary>People under /api/v1/institutes/people: the same use cases as the pages.</summary>
internal sealed class PeopleApi : IApiContributor
{
    public string Path => "institutes";

    public void Map(IEndpointRouteBuilder api)
    {
        var people = api.MapGroup("/people");
        people.MapGet("/", List).RequirePermission(InstitutesPermissions.People.View).WithSummary("Lists the people the caller may see, by transcription");
        people.MapGet("/{id:guid}", Get).RequirePermission(InstitutesPermissions.People.View).WithSummary("One person with employments and honours, the version as ETag");
        people.MapPost("/", Add).RequirePermission(InstitutesPermissions.People.Edit).WithSummary("Adds a person with the first employment");
        people.MapPut("/{id:guid}", Change).RequirePermission(InstitutesPermissions.People.Edit).ExpectsVersion().WithSummary("Changes who a person is; If-Match names the version seen");
        people.MapPost("/{id:guid}/employments", Employ).RequirePermission(InstitutesPermissions.People.Edit).WithSummary("Begins work in a unit");
        people.MapPost("/{id:guid}/employments/{employmentId:guid}/end", EndWork).RequirePermission(InstitutesPermissions.People.Edit).WithSummary("Ends an employment");
        people.MapPost("/{id:guid}/employments/{employmentId:guid}/move", Move).RequirePermission(InstitutesPermissions.People.Edit).WithSummary("Carries an employment over to another unit on the same terms");
        people.MapPost("/{id:guid}/appraisals", Appraise).RequirePermission(InstitutesPermissions.People.Edit).WithSummary("Adds an appraisal as backbone teacher");
        people.MapPost("/{id:guid}/tutor-appointments", Appoint).RequirePermission(InstitutesPermissions.People.Edit).WithSummary("Adds a place in the tutor network");
        people.MapPost("/{id:guid}/honours/{honourId:guid}/end", EndHonour).RequirePermission(InstitutesPermissions.People.Edit).WithSummary("Ends an appraisal or a place in the tutor network");
        people.MapPost("/{id:guid}/archive", Archive).RequirePermission(InstitutesPermissions.People.Edit).WithSummary("Archives a person today; open employments end");
        people.MapPost("/{id:guid}/restore", Restore).RequirePermission(InstitutesPermissions.People.Edit).WithSummary("Brings an archived person back");
    }

    /// <param name="search">Name, transcription, initials, staff number or unit, as one types.</param>
    /// <param name="unitId">Working now in this unit or below it.</param>
    /// <param name="archived">Archived people instead of active ones.</param>
    private static async Task<Ok<Page<PersonLine>>> List(PersonQueries people, [AsParameters] PageRequest page, CancellationToken cancel,
        string? search = null, Guid? unitId = null, Guid? subjectId = null, BackboneLevel? level = null, TutorPosition? position = null, bool archived = false) =>
        TypedResults.Ok(await people.List(new(search, unitId, subjectId, level, position, archived), page, cancel));

    private static Task<Ok<PersonFile>> Get(Guid id, PersonDetailsQuery people, HttpResponse response, CancellationToken cancel) => Show(id, people, response, cancel);

    private static async Task<Created<PersonFile>> Add(NewPerson person, AddPerson add, PersonDetailsQuery people, HttpResponse response, CancellationToken cancel)
    {
        var id = await add.Handle(person.Person.ToDetails(), person.Work, cancel);
        return TypedResults.Created($"/api/v1/institutes/people/{id}", (await Show(id, people, response, cancel)).Value);
    }

    private static async Task<Ok<PersonFile>> Change(Guid id, PersonBody person, ChangePerson change, PersonDetailsQuery people, HttpContext http, CancellationToken cancel)
    {
        var (stored, _) = await people.ForEditing(id, cancel);
        // Who doesn't see contact data can't send them back, and must not erase them.
        var seesContact = (await people.Find(id, cancel)).Contact is not null;
        var details = seesContact ? person.ToDetails() : person.ToDetails() with { Email = stored.Email, Phone = stored.Phone };
        await change.Handle(id, details, http.Request.ExpectedVersion(), cancel);
        return await Show(id, people, http.Response, cancel);
    }

    private static async Task<Ok<PersonFile>> Employ(Guid id, EmploymentTerms work, Employing employing, PersonDetailsQuery people, HttpResponse response, CancellationToken cancel)
    {
        await employing.Begin(id, work, cancel);
        return await Show(id, people, response, cancel);
    }

    private static async Task<Ok<PersonFile>> EndWork(Guid id, Guid employmentId, LastDay last, Employing employing, PersonDetailsQuery people, HttpResponse response, CancellationToken cancel)
    {
        await employing.End(id, employmentId, last.On, cancel);
        return await Show(id, people, response, cancel);
    }

    private static async Task<Ok<PersonFile>> Move(Guid id, Guid employmentId, WorkPlace place, Employing employing, PersonDetailsQuery people, HttpResponse response, CancellationToken cancel)
    {
        await employing.Move(id, employmentId, place.UnitId, place.On, cancel);
        return await Show(id, people, response, cancel);
    }

    private static async Task<Ok<PersonFile>> Appraise(Guid id, NewAppraisal appraisal, Honours honours, PersonDetailsQuery people, HttpResponse response, CancellationToken cancel)
    {
        await honours.Appraise(id, appraisal.Level, appraisal.Category, appraisal.SubjectId, appraisal.Since, cancel);
        return await Show(id, people, response, cancel);
    }

    private static async Task<Ok<PersonFile>> Appoint(Guid id, NewAppointment place, Honours honours, PersonDetailsQuery people, HttpResponse response, CancellationToken cancel)
    {
        await honours.Appoint(id, place.SubjectId, place.Position, place.GroupName, place.From, cancel);
        return await Show(id, people, response, cancel);
    }

    private static async Task<Ok<PersonFile>> EndHonour(Guid id, Guid honourId, LastDay last, Honours honours, PersonDetailsQuery people, HttpResponse response, CancellationToken cancel)
    {
        await honours.End(id, honourId, last.On, cancel);
        return await Show(id, people, response, cancel);
    }

    private static async Task<Ok<PersonFile>> Archive(Guid id, ArchivePerson archive, PersonDetailsQuery people, TimeProvider clock, HttpResponse response, CancellationToken cancel)
    {
        await archive.Archive(id, clock.Today(), cancel);
        return await Show(id, people, response, cancel);
    }

    private static async Task<Ok<PersonFile>> Restore(Guid id, ArchivePerson archive, PersonDetailsQuery people, HttpResponse response, CancellationToken cancel)
    {
        await archive.Restore(id, cancel);
        return await Show(id, people, response, cancel);
    }

    private static async Task<Ok<PersonFile>> Show(Guid id, PersonDetailsQuery people, HttpResponse response, CancellationToken cancel)
    {
        var person = await people.Find(id, cancel);
        response.SetVersion(person.Stamp);
        return TypedResults.Ok(person);
    }
}
