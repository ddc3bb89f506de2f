using System.Globalization;
using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Documents;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Web.Localization;
using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.Data;
using CommunityLms.Mentoring.Programmes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CommunityLms.Mentoring.Finishing;

/// <summary>What a certificate says of one side of a completed contract.</summary>
/// <param name="Minutes">Of all contacts in the log.</param>
/// <param name="Lessons">Heard or shown by the holder, and accepted.</param>
/// <param name="Hash">Of all that; the same for every language it is read in.</param>
internal sealed record Certificate(Side Side, string Holder, string School, string Programme, string Subject, DateOnly From, DateOnly To, DateOnly CompletedOn, int Minutes, int Lessons, string Hash);

internal sealed class Certificates(MentoringDbContext db, ContractAccess access, IIssuedDocuments documents, IPeople people, ITeaching teaching, IOrganisation organisation, Dates dates, IStringLocalizer<MentoringModule> texts) : IScopedDependency
{
    private const string Kind = "mentoring.certificate";

    /// <summary>The certificate of one side, and its number once it has got one.</summary>
    /// <exception cref="RecordMissing">There is no such contract for whoever is signed in, or it isn't completed.</exception>
    public async Task<(Certificate Certificate, IssuedDocument? Issued)> Of(Guid contractId, Side side, CancellationToken cancel)
    {
        var contract = await access.ToSee(contractId, cancel);
        if (contract.CompletedOn is not { } completed)
            throw new RecordMissing("certificate");
        var (personId, schoolId) = side == Side.Mentor ? (contract.MentorId, contract.MentorSchoolId) : (contract.TraineeId, contract.TraineeSchoolId);
        var holder = (await people.Find([personId], cancel))[personId].Name;
        var programme = await db.Programmes.Where(p => p.Id == contract.ProgrammeId).Select(p => p.Name).SingleAsync(cancel);
        var minutes = await db.Contacts.Where(c => c.ContractId == contract.Id).SumAsync(c => c.Minutes, cancel);
        var lessons = await db.Evidence.CountAsync(e => e.ContractId == contract.Id && e.PersonId == personId && e.AcceptedAt != null && e.VoidedFor == null && (e.Kind == ActivityKind.LessonHeard || e.Kind == ActivityKind.LessonShown), cancel);
        var hash = new ContentHash().Add("contract", contract.Id.ToString()).Add("side", side.ToString()).Add("holder", holder.Written).Add("programme", programme)
            .Add("from", contract.From.ToString("O", CultureInfo.InvariantCulture)).Add("to", contract.To.ToString("O", CultureInfo.InvariantCulture)).Add("completed", completed.ToString("O", CultureInfo.InvariantCulture))
            .Add("minutes", minutes.ToString(CultureInfo.InvariantCulture)).Add("lessons", lessons.ToString(CultureInfo.InvariantCulture)).ToString();
        var certificate = new Certificate(side, holder.ToString(), (await organisation.Tree(cancel)).Find(schoolId)?.Name.ToString() ?? "", programme, (await teaching.Subjects(cancel))[contract.SubjectId].Name.ToString(),
            contract.From, contract.To, completed, minutes, lessons, hash);
        return (certificate, await documents.Find(Kind, contract.Id, hash, cancel));
    }

    /// <summary>Gives it the number by which anybody can check it.</summary>
    public async Task Issue(Guid contractId, Side side, CancellationToken cancel)
    {
        var (certificate, issued) = await Of(contractId, side, cancel);
        if (issued is not null)
            return;
        var institute = (await organisation.Tree(cancel)).Root?.Name.ToString() ?? "";
        await documents.Issue(new(Kind, contractId, certificate.Hash, texts["Certificate of mentoring"],
        [
            new(texts["Holder"], certificate.Holder), new(texts["School"], certificate.School), new(texts["As"], side == Side.Mentor ? texts["Mentor"] : texts["Trainee"]),
            new(texts["Programme"], certificate.Programme), new(texts["Subject"], certificate.Subject), new(texts["Time"], dates.Span(certificate.From, certificate.To)),
            new(texts["Hours of guidance"], Hours(certificate)), new(texts["Lessons heard and shown"], certificate.Lessons.ToString(CultureInfo.CurrentCulture)), new(texts["Issuer"], institute),
        ]), cancel);
    }

    /// <summary>Hours of sixty minutes, to a tenth.</summary>
    public static string Hours(Certificate certificate) => (certificate.Minutes / 60m).ToString("0.#", CultureInfo.CurrentCulture);
}
