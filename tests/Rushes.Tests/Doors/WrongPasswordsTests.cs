using Rushes.Engine.Doors;
using Rushes.Tests.Shooting.Shared;

namespace Rushes.Tests.Doors;

public sealed class WrongPasswordsTests
{
    private readonly ManualTime _time = new();
    private readonly WrongPasswords _wrong;

    public WrongPasswordsTests() => _wrong = new(_time);

    [Fact]
    public void A_few_are_free_then_each_costs_twice_the_wait_up_to_a_quarter_of_an_hour()
    {
        for (var count = 1; count < WrongPasswords.Free; count++)
            Guess();
        List<double> waits = [];
        for (var more = 0; more < 8; more++)
        {
            _wrong.Wrong("here");
            waits.Add(_wrong.WaitOf("here").TotalSeconds);
            _time.Advance(_wrong.WaitOf("here"));
        }

        Assert.Equal([30, 60, 120, 240, 480, 900, 900, 900], waits);

        void Guess()
        {
            _wrong.Wrong("here");
            Assert.True(_wrong.WaitOf("here") <= TimeSpan.Zero);
        }
    }

    [Fact]
    public void The_right_one_forgets_the_wrong_ones_of_its_place_alone()
    {
        for (var count = 0; count < WrongPasswords.Free; count++)
        {
            _wrong.Wrong("here");
            _wrong.Wrong("there");
        }

        _wrong.Right("here");
        Assert.True(_wrong.WaitOf("here") <= TimeSpan.Zero);
        Assert.True(_wrong.WaitOf("there") > TimeSpan.Zero);
    }

    [Fact]
    public void Guesses_from_many_places_make_everybody_wait_a_little()
    {
        for (var place = 0; place < WrongPasswords.MostInAMinute; place++)
            _wrong.Wrong($"place {place}");
        Assert.True(_wrong.WaitOf("somewhere else") > TimeSpan.Zero);
        _time.Advance(TimeSpan.FromSeconds(61));
        Assert.True(_wrong.WaitOf("somewhere else") <= TimeSpan.Zero);
    }
}
