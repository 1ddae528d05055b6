using Rushes.Engine.Library;

namespace Rushes.Engine.Writing.LanguageModels;

/// <summary>What language models ask for, before they are asked.</summary>
internal static class SeatPrices
{
    /// <summary>The dearest of those who are asked first; unknown where one of their prices is.</summary>
    public static CostShare Of(IReadOnlyList<Seat> seats, long input, long output)
    {
        var tier = seats.Min(seat => seat.Tier);
        var first = seats.Where(seat => seat.Tier == tier).ToList();
        return first
            .Select(seat => seat.Model)
            .DistinctBy(model => model.Id)
            .Select(model => CostShare.Of(model.CostOf(input, output), model.Currency, $"{model.Provider}:{model.Id}"))
            .OrderByDescending(share => share.Amount ?? decimal.MaxValue)
            .First()
            .From(first.Select(seat => seat.Account));
    }
}
