using Rushes.Engine.Shooting.Books;

namespace Rushes.Engine.Shooting.Lanes;

/// <summary>
/// When to ask about an operation. Without a history the steps grow with its age; with one they are fine where operations of the model usually end,
/// and nothing is asked before. Either way the lag stays a small share of the latency, and an operation is never left alone for long once it is overdue.
/// </summary>
internal sealed class PollRhythm
{
    /// <summary>Operations of a model that make a history.</summary>
    private const int Enough = 3;

    /// <summary>
    /// More than an account has under way at once: of operations that began together the last to end are the slowest, and a short memory would forget that
    /// there are quick ones.
    /// </summary>
    public const int Remembered = 200;

    private const int UsualPolls = 26;
    private const double BlindStep = 0.06;
    private const double LongestStep = 0.25;

    /// <summary>Seconds that an operation without a history, or an overdue one, is left alone at most.</summary>
    private const double LongestWait = 60;

    private readonly Lock _door = new();
    private readonly Dictionary<string, History> _histories = new(StringComparer.Ordinal);

    public void Learn(Latency latency)
    {
        lock (_door)
        {
            if (!_histories.TryGetValue(latency.Model ?? "", out var history))
                _histories.Add(latency.Model ?? "", history = new History());
            history.Add(latency.Took.TotalSeconds);
        }
    }

    /// <param name="age">Time since the operation was accepted.</param>
    /// <param name="spacing">The provider's least time between two questions.</param>
    /// <returns>How long to wait from now.</returns>
    public TimeSpan Next(string? model, TimeSpan age, TimeSpan spacing)
    {
        var wait = Usual(model) is { } usual ? Expected(usual.Least * 0.9, usual.Most * 1.1, age.TotalSeconds) : Math.Min(age.TotalSeconds * BlindStep, LongestWait);
        return TimeSpan.FromSeconds(Math.Max(wait, spacing.TotalSeconds));
    }

    /// <summary>So many even steps lead from where the quickest ended to where the slowest did; beyond that they grow.</summary>
    private static double Expected(double start, double end, double age)
    {
        if (age < start)
            return start - age;
        var step = Math.Clamp(Math.Pow(end / start, 1.0 / UsualPolls) - 1, 0.03, 0.05);
        return age <= end ? age * step : Math.Min(age * Math.Min(step + (((age / end) - 1) * 0.3), LongestStep), Math.Max(end * step, LongestWait));
    }

    private (double Least, double Most)? Usual(string? model)
    {
        lock (_door)
            return _histories.TryGetValue(model ?? "", out var history) && history.Count >= Enough ? (history.Least, history.Most) : null;
    }

    private sealed class History
    {
        private readonly Queue<double> _seconds = new();

        public int Count => _seconds.Count;

        public double Least { get; private set; } = double.MaxValue;

        public double Most { get; private set; }

        public void Add(double seconds)
        {
            _seconds.Enqueue(seconds);
            (Least, Most) = (Math.Min(Least, seconds), Math.Max(Most, seconds));
            if (_seconds.Count <= Remembered)
                return;
            var forgotten = _seconds.Dequeue();
            if (forgotten <= Least || forgotten >= Most)
                (Least, Most) = (_seconds.Min(), _seconds.Max());
        }
    }
}
