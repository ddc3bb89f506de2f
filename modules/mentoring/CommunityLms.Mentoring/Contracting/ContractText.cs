using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CommunityLms.Mentoring.Contracting;

/// <summary>What is signed: the parties, the time and the four decisions, in one form that gives one hash.</summary>
internal sealed class ContractText
{
    internal ContractText(Contract contract, IEnumerable<Decision> agreed)
    {
        Decisions = [.. agreed.OrderBy(d => d.Kind)];
        var text = new StringBuilder();
        Line("contract", contract.Id.ToString());
        Line("mentor", contract.MentorId.ToString());
        Line("trainee", contract.TraineeId.ToString());
        Line("subject", contract.SubjectId.ToString());
        Line("from", contract.From.ToString("O", CultureInfo.InvariantCulture));
        Line("to", contract.To.ToString("O", CultureInfo.InvariantCulture));
        Line("amendment", contract.Amendment.ToString(CultureInfo.InvariantCulture));
        foreach (var decision in Decisions)
        {
            Line(decision.Kind.ToString(), decision.Text);
            foreach (var goal in decision.ReadGoals())
                Line($"stage {goal.Stage.ToString(CultureInfo.InvariantCulture)}", $"{goal.Goal}\n{goal.Measure}");
        }
        Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));

        // With its length before it no value can pass for the beginning of the next.
        void Line(string name, string value) => text.Append(CultureInfo.InvariantCulture, $"{name} {value.Length}\n{value}\n");
    }

    public IReadOnlyList<Decision> Decisions { get; }

    /// <summary>SHA-256 (FIPS 180-4) in lower case.</summary>
    public string Hash { get; }
}
