using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Data.Paging;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Paging;
using CommunityLms.Mentoring.Contracting;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Mentoring.Figures;

/// <summary>One of the records behind a figure.</summary>
/// <param name="Trainee">Null where only mentors are counted.</param>
/// <param name="Mentor">Null where only trainees are counted.</param>
/// <param name="ContractId">Null for people, who may have several.</param>
/// <param name="EvidenceId">Where the record is evidence with a page of its own.</param>
/// <param name="What">In the institute's own words: a topic, a title, the name of a stage.</param>
/// <param name="Amount">Minutes, characters, or how many contracts a person has.</param>
internal sealed record FigureRecord(string? Trainee, string? Mentor, Guid? ContractId, Guid? EvidenceId, ContractState? State, string? What, DateOnly? On, int? Amount);

/// <summary>Lists what stands behind a figure, so that each number can be proven line by line (P23).</summary>
internal sealed class FigureRecordQueries(FigureQueries figures, IPeople people) : IScopedDependency
{
    public async Task<Page<FigureRecord>> List(Guid programmeId, Figure figure, FigureFilter filter, PageRequest page, CancellationToken cancel)
    {
        var contracts = await figures.Contracts(programmeId, filter, cancel);
        var standing = contracts.Where(c => c.State != ContractState.Ended);
        var found = figure.Of switch
        {
            FigureRecords.Contracts => await (figure.State is { } state ? contracts.Where(c => c.State == state) : contracts)
                .ToPage(c => c.Id, c => c.Id, c => new Found(c.TraineeId, c.MentorId, c.Id, null, c.State, null, c.From, null), page, cancel),
            FigureRecords.Pairs => await standing.GroupBy(c => new { c.MentorId, c.TraineeId }).Select(g => new { g.Key.MentorId, g.Key.TraineeId, Count = g.Count() })
                .ToPage(p => p.MentorId, p => p.TraineeId, p => new Found(p.TraineeId, p.MentorId, null, null, null, null, null, p.Count), page, cancel),
            FigureRecords.Trainees => await standing.GroupBy(c => c.TraineeId).Select(g => new { g.Key, Count = g.Count() })
                .ToPage(p => p.Key, p => p.Key, p => new Found(p.Key, null, null, null, null, null, null, p.Count), page, cancel),
            FigureRecords.Mentors => await standing.GroupBy(c => c.MentorId).Select(g => new { g.Key, Count = g.Count() })
                .ToPage(p => p.Key, p => p.Key, p => new Found(null, p.Key, null, null, null, null, null, p.Count), page, cancel),
            FigureRecords.Stages => await contracts.SelectMany(c => c.Stages, (c, s) => new { c, s }).Where(x => x.s.ClosedAt != null)
                .ToPage(x => x.s.Id, x => x.s.Id, x => new Found(x.c.TraineeId, x.c.MentorId, x.c.Id, null, null, x.s.Name, x.s.To, null), page, cancel),
            FigureRecords.Contacts => await figures.Contacts(contracts, figure).Join(contracts, l => l.ContractId, c => c.Id, (l, c) => new { l, c })
                .ToPage(x => x.l.On, x => x.l.Id, x => new Found(x.c.TraineeId, x.c.MentorId, x.c.Id, null, null, x.l.Topic, x.l.On, x.l.Minutes), page, cancel),
            _ => await figures.Evidence(contracts, figure).Join(contracts, e => e.ContractId, c => c.Id, (e, c) => new { e, c })
                .ToPage(x => x.e.On, x => x.e.Id, x => new Found(x.c.TraineeId, x.c.MentorId, x.c.Id, x.e.Id, null, x.e.Title, x.e.On, x.e.Characters), page, cancel),
        };
        var names = await people.Find([.. found.Items.SelectMany(f => new[] { f.TraineeId, f.MentorId }).OfType<Guid>().Distinct()], cancel);
        return new([.. found.Items.Select(f => new FigureRecord(Name(f.TraineeId), Name(f.MentorId), f.ContractId, f.EvidenceId, f.State, f.What, f.On, f.Amount))], found.Next);

        string? Name(Guid? person) => person is { } id ? names[id].Name.ToString() : null;
    }

    private sealed record Found(Guid? TraineeId, Guid? MentorId, Guid? ContractId, Guid? EvidenceId, ContractState? State, string? What, DateOnly? On, int? Amount);
}
