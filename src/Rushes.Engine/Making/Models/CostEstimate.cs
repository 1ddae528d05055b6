using Rushes.Engine.Library;
using Rushes.Film;
using Rushes.Film.Accounts;

namespace Rushes.Engine.Making.Models;

/// <summary>What a film would cost by the prices that are known.</summary>
/// <param name="Takes">Takes that it is for.</param>
/// <param name="Clips">At most, where several models may film.</param>
/// <param name="Voices">Of the lines that nobody has spoken yet.</param>
/// <param name="Writing">What a language model asks for the script: spent already, unless <see cref="IsGuess"/>.</param>
public sealed record CostEstimate(int Takes, CostShare Clips, CostShare Voices, CostShare Writing)
{
    /// <summary>Of prompts into a language that whoever films understands.</summary>
    public CostShare Translation { get; init; } = CostShare.Nothing;

    /// <summary>Scenes that it is for.</summary>
    public int Scenes { get; init; }

    /// <summary>Who may film them; known where the user is asked.</summary>
    public IReadOnlyList<Account> Accounts { get; init; } = [];

    /// <summary>Everybody to whom something is sent: who may film, and who speaks, writes and translates for money.</summary>
    public IReadOnlyList<Account> Asked =>
        [.. new[] { Accounts, Voices.Accounts, Writing.Accounts, Translation.Accounts }.SelectMany(each => each).DistinctBy(account => account.Id)];

    /// <summary>The script is not written yet: its price and that of its lines are reckoned from its plan.</summary>
    public bool IsGuess { get; init; }

    /// <summary>Null: some price is unknown.</summary>
    public decimal? Amount => Clips.Amount + Voices.Amount + Writing.Amount + Translation.Amount;

    /// <summary>Models whose price is not known.</summary>
    public IReadOnlyList<string> Unknown => CostShare.Sum([Clips, Voices, Writing, Translation]).Unknown;

    public string Currency { get; init; } = CostShare.Currency;

    /// <summary>Nobody asks for money.</summary>
    public bool IsFree => Amount == 0;

    /// <summary>Without what was spent on planning it.</summary>
    public CostEstimate ToCome() => IsGuess ? this : this with { Writing = CostShare.Nothing };

    /// <summary>As far as prices are known.</summary>
    public CostEstimate OrNothing() => this with { Clips = Clips.OrNothing(), Voices = Voices.OrNothing(), Writing = Writing.OrNothing(), Translation = Translation.OrNothing() };

    /// <summary>The script alone.</summary>
    public CostEstimate OfScript() => this with { Takes = 0, Scenes = 0, Clips = CostShare.Nothing, Voices = CostShare.Nothing, Translation = CostShare.Nothing };

    /// <summary>Who agreed to this need not be asked about the other.</summary>
    public bool Covers(CostEstimate other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Amount is { } most ? other.Amount <= most : other.Amount is not null || other.Unknown.All(Unknown.Contains);
    }

    /// <summary>Why it may not be spent; null when it may.</summary>
    /// <param name="most">What the user named; null: no bound.</param>
    public Mistake? Beyond(decimal? most) => most is null || Amount <= most
        ? null
        : Amount is { } amount
            ? Mistake.Input("models.too-dear", "max-cost", amount, most, Currency)
            : Mistake.Input("models.price-unknown", "max-cost", string.Join(", ", Unknown), most, Currency);
}
