namespace Rushes.FakeProviders.Faults;

/// <summary>Decides for each call whether something goes wrong: first the plans in the order they came, then the markers of the prompt.</summary>
public sealed class FaultBook
{
    private readonly Lock gate = new();
    private readonly List<Running> plans = [];
    private readonly Dictionary<(string Subject, string Marker), int> played = [];

    /// <summary>Adds a plan; it counts from now on.</summary>
    public void Add(FaultPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        lock (gate)
            plans.Add(new Running(plan));
    }

    /// <summary>Adds a plan of one account: <c>Add("studio-b", "429*always")</c>.</summary>
    public void Add(string account, params string[] steps) => Add(new FaultPlan { Account = account, Steps = [.. steps.Select(Fault.Parse)] });

    /// <summary>What goes wrong at this call, or null. Finding a fault uses it up once.</summary>
    internal Fault? Next(FaultScene scene)
    {
        lock (gate)
        {
            foreach (var plan in plans)
            {
                if (plan.Next(scene) is { } planned)
                    return planned;
            }
            foreach (var marked in scene.Prompts.SelectMany(prompt => FaultNames.In(prompt).Select(fault => (prompt, fault))))
            {
                if (marked.fault.On != scene.On || (scene.Only is { } only && marked.fault.Kind != only))
                    continue;
                var key = (scene.Operation ?? marked.prompt, marked.fault.Name.ToLowerInvariant());
                var times = played.GetValueOrDefault(key);
                if (times >= marked.fault.Times)
                    continue;
                played[key] = times + 1;
                return marked.fault;
            }
            return null;
        }
    }

    internal void Clear()
    {
        lock (gate)
        {
            plans.Clear();
            played.Clear();
        }
    }

    private sealed class Running(FaultPlan plan)
    {
        private int passed;
        private int step;
        private int times;

        public Fault? Next(FaultScene scene)
        {
            if (step >= plan.Steps.Count || !Matches(scene) || (plan.Steps[step].On != scene.On && plan.Steps[step].On != Moment.Any)
                || (plan.Steps[step].On == Moment.Any && scene.On is Moment.Fate or Moment.Download)
                || (scene.Only is { } only && plan.Steps[step].Kind != only))
                return null;
            if (passed < plan.After)
            {
                passed++;
                return null;
            }
            var fault = plan.Steps[step];
            if (fault.Times != Fault.Always && ++times >= fault.Times)
            {
                step++;
                times = 0;
            }
            return fault;
        }

        private bool Matches(FaultScene scene) =>
            (plan.Prompt is null || scene.Prompts.Any(prompt => prompt.Contains(plan.Prompt, StringComparison.OrdinalIgnoreCase)))
            && (plan.Account is null || plan.Account == scene.Account || plan.Account == scene.Credential)
            && (plan.Path is null || scene.Path.Contains(plan.Path, StringComparison.OrdinalIgnoreCase));
    }
}

/// <summary>The call for which <see cref="FaultBook"/> is asked.</summary>
/// <param name="On">What is being done.</param>
/// <param name="Prompts">The prompts it is about.</param>
/// <param name="Operation">The operation it is about; markers count anew for each.</param>
/// <param name="Account">Name of the account.</param>
/// <param name="Credential">Its credential.</param>
/// <param name="Path">The path called.</param>
/// <param name="Only">Nothing but this kind of fault is wanted.</param>
internal sealed record FaultScene(
    Moment On, IReadOnlyList<string> Prompts, string? Operation = null, string? Account = null, string? Credential = null, string Path = "",
    FaultKind? Only = null);
