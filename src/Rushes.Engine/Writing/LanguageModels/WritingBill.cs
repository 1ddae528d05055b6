using Rushes.Engine.Library;
using Rushes.Film.Scripts;

namespace Rushes.Engine.Writing.LanguageModels;

/// <summary>What the questions of one script cost so far, and how many more it may ask.</summary>
internal sealed class WritingBill(int mostCalls)
{
    private readonly Lock _door = new();
    private readonly List<string> _writers = [];
    private int _calls;
    private int _kept;
    private long _input;
    private long _output;
    private decimal? _cost = 0;
    private string _currency = "USD";

    public int Calls
    {
        get
        {
            lock (_door)
                return _calls;
        }
    }

    /// <summary>Enters a call before it is made.</summary>
    /// <returns>False when the script has asked enough.</returns>
    public bool TryCall()
    {
        lock (_door)
        {
            if (_calls >= mostCalls)
                return false;
            _calls++;
            return true;
        }
    }

    /// <param name="input">Null when the answer did not say, which leaves the cost unknown.</param>
    public void Add(LanguageModel model, long? input, long? output)
    {
        lock (_door)
        {
            Remember($"{model.Provider}:{model.Id}");
            _input += input ?? 0;
            _output += output ?? 0;
            _cost += input is null ? null : model.CostOf(input.Value, output ?? 0);
            _currency = model.Currency;
        }
    }

    /// <summary>An answer that was paid for earlier.</summary>
    public void AddKept(LanguageModel model)
    {
        lock (_door)
        {
            Remember($"{model.Provider}:{model.Id}");
            _kept++;
        }
    }

    public Authorship Sign(IReadOnlyList<string> remarks)
    {
        lock (_door)
        {
            return new()
            {
                Writer = string.Join(", ", _writers),
                Calls = _calls,
                KeptAnswers = _kept,
                InputTokens = _input,
                OutputTokens = _output,
                Cost = _cost,
                Currency = _currency,
                Remarks = remarks,
            };
        }
    }

    private void Remember(string writer)
    {
        if (!_writers.Contains(writer))
            _writers.Add(writer);
    }
}
