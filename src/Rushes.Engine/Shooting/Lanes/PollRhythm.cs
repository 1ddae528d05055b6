using Rushes.Engine.Shooting.Books;

namespace Rushes.Engine.Shooting.Lanes;

/// <summary>
/// When to ask about an operation. Without a history the steps grow with its age; with one they are fine where operations of the model usually end,
/// and nothing is asked before. Either way the lag stays a small share of the latency.
/// </summary>
internal sealed class PollRhythm
{
    /// <summary>Operations of a model that make a history.</summary>
    private const int Enough = 3;

    private const int Remembered = 20;
    private const int UsualPolls = 26;
    private const double BlindStep = 0.06;
    private readonly Lock _door = new();
    private readonly Dictionary<string, Queue<double>> _history = new(StringComparer.Ordinal);

    public void Learn(Latency latency)
    {
        lock (_door)
        {
            if (!_history.TryGetValue(latency.Model ?? "", out var seconds))
                _history.Add(latency.Model ?? "", seconds = new());
            seconds.Enqueue(latency.Took.TotalSeconds);
            if (seconds.Count > Remembered)
                seconds.Dequeue();
        }
    }

    /// <param name="age">Time since the operation was accepted.</param>
    /// <param name="spacing">The provider's least time between two questions.</param>
    /// <returns>How long to wait from now.</returns>
    public TimeSpan Next(string? model, TimeSpan age, TimeSpan spacing)
    {
        var wait = Usual(model) is { } usual ? Expected(usual.Least * 0.9, usual.Most * 1.1, age.TotalSeconds) : age.TotalSeconds * BlindStep;
        return TimeSpan.FromSeconds(Math.Max(wait, spacing.TotalSeconds));
    }

    /// <summary>So many even steps lead from where the quickest ended to where the slowest did; beyond that they grow.</summary>
    private static double Expected(double start, double end, double age)
    {
        if (age < start)
            return start - age;
        var step = Math.Clamp(Math.Pow(end / start, 1.0 / UsualPolls) - 1, 0.03, 0.05);
        return age * (step + Math.Max(0, (age / end) - 1) * 0.3);
    }

    private (double Least, double Most)? Usual(string? model)
    {
        lock (_door)
            return _history.TryGetValue(model ?? "", out var seconds) && seconds.Count >= Enough ? (seconds.Min(), seconds.Max()) : null;
    }
}
