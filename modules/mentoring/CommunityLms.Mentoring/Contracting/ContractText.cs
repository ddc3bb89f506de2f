using System.Globalization;
using CommunityLms.Kernel.Documents;

namespace CommunityLms.Mentoring.Contracting;

/// <summary>What is signed: the parties, the time, the terms and the four decisions, in one form that gives one hash.</summary>
internal sealed class ContractText
{
    internal ContractText(Contract contract, IEnumerable<Decision> agreed)
    {
        Decisions = [.. agreed.OrderBy(d => d.Kind)];
        var text = new ContentHash()
            .Add("contract", contract.Id.ToString())
            .Add("mentor", contract.MentorId.ToString())
            .Add("trainee", contract.TraineeId.ToString())
            .Add("subject", contract.SubjectId.ToString())
            .Add("from", contract.From.ToString("O", CultureInfo.InvariantCulture))
            .Add("to", contract.To.ToString("O", CultureInfo.InvariantCulture))
            .Add("amendment", contract.TextNumber.ToString(CultureInfo.InvariantCulture));
        if (contract.Terms is { } terms)
            text.Add("terms", terms);
        foreach (var decision in Decisions)
        {
            text.Add(decision.Kind.ToString(), decision.Text);
            foreach (var goal in decision.ReadGoals())
                text.Add($"stage {goal.Stage.ToString(CultureInfo.InvariantCulture)}", $"{goal.Goal}\n{goal.Measure}");
        }
        Hash = text.ToString();
    }

    public IReadOnlyList<Decision> Decisions { get; }

    /// <summary>SHA-256 (FIPS 180-4) in lower case.</summary>
    public string Hash { get; }
}
