namespace Rushes.Tests.Writing.LanguageModels;

/// <summary>What a script would cost, before a model is asked.</summary>
public sealed class ForecastTests
{
    [Fact]
    public async Task A_script_is_reckoned_from_its_plan_and_nobody_is_asked()
    {
        var model = ScriptedModel.Good();
        var forecast = await new WritingDesk().With(model).ForecastAsync();
        Assert.Empty(model.Calls);
        Assert.Equal(32, forecast!.Seconds.Sum(), 6);
        Assert.InRange(forecast.Cost.Amount!.Value, 0.01m, 0.2m);
        Assert.Equal(["gemini-1"], forecast.Cost.Accounts.Select(account => account.Name));
    }

    [Theory]
    [InlineData(60, 300)]
    [InlineData(300, 3000)]
    public async Task A_longer_film_costs_more(double shorter, double longer)
    {
        var desk = new WritingDesk().With(ScriptedModel.Good());
        Assert.True((await desk.ForecastAsync(WritingDesk.Brief(longer)))!.Cost.Amount > 3 * (await desk.ForecastAsync(WritingDesk.Brief(shorter)))!.Cost.Amount);
    }

    [Fact]
    public async Task A_script_that_was_paid_for_costs_nothing_again_and_another_film_does()
    {
        var desk = new WritingDesk().With(ScriptedModel.Good());
        await desk.WriteAsync();
        Assert.Null(await desk.ForecastAsync());
        Assert.NotNull(await desk.ForecastAsync(WritingDesk.Brief() with { Seed = 77 }));
    }
}
