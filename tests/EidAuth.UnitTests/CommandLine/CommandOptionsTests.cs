using System.CommandLine;
using EidAgent.Commands;
using EidAgent.Doctor;
using EidAgent.Doctor.Texts;
using EidAgent.Pages;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.CommandLine;

[Trait("Group", TestGroup.Agent)]
public sealed class CommandOptionsTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("35353", 35353)]
    [InlineData("65535", 65535)]
    public void A_port_in_its_bounds_is_taken(string typed, int port)
    {
        var option = CommandOptions.Port("Port.");

        var parsed = new RootCommand { option }.Parse(["--port", typed]);

        Assert.Empty(parsed.Errors);
        Assert.Equal(port, parsed.GetValue(option));
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("-1")]
    [InlineData("65536")]
    [InlineData("99999999999")]
    [InlineData("")]
    [InlineData("35 353")]
    public void What_is_no_port_is_told_with_one_sentence(string typed) =>
        Assert.Equal(["--port is a number from 0 to 65535."], new RootCommand { CommandOptions.Port("Port.") }.Parse(["--port", typed]).Errors.Select(error => error.Message));

    [Fact]
    public void A_port_that_is_written_down_or_looked_at_is_a_certain_one()
    {
        Assert.Equal(["--port is a number from 1 to 65535."], InstallCommand.Create().Parse(["--port", "0"]).Errors.Select(error => error.Message));
        Assert.Equal(["--port is a number from 1 to 65535."], StatusCommand.Create().Parse(["--port", "0"]).Errors.Select(error => error.Message));
        Assert.Empty(InstallCommand.Create().Parse(["--port", "1"]).Errors);
    }

    [Fact]
    public void Nothing_said_is_the_agents_own_port()
    {
        var option = CommandOptions.CertainPort("Port.");

        Assert.Equal(35353, new RootCommand { option }.Parse([]).GetValue(option));
    }

    [Fact]
    public void Another_way_to_start_than_there_is_is_told_in_words_of_the_command_line()
    {
        Assert.Equal(["--with is systemd or autostart."], InstallCommand.Create().Parse(["--with", "cron"]).Errors.Select(error => error.Message));
        Assert.Empty(InstallCommand.Create().Parse(["--with", "SystemD"]).Errors);
    }

    [Fact]
    public void Every_line_of_doctor_begins_at_the_same_place_in_every_language()
    {
        foreach (var language in Enum.GetValues<UiLanguage>())
        {
            var texts = DoctorTexts.In(language);
            var lines = DoctorReport.Text([DoctorFinding.PortOwnAgent, DoctorFinding.PinNowhere, DoctorFinding.ServiceMissing], texts).Split('\n');

            var begins = new[]
            {
                lines[0].IndexOf(texts.Findings[DoctorFinding.PortOwnAgent].Sentence, StringComparison.Ordinal),
                lines[1].IndexOf(texts.Findings[DoctorFinding.PinNowhere].Sentence, StringComparison.Ordinal),
                lines[3].IndexOf(texts.Findings[DoctorFinding.ServiceMissing].Sentence, StringComparison.Ordinal),
            };
            Assert.Single(begins.Distinct());
            Assert.All(lines[..2], line => Assert.Equal(' ', line[begins[0] - 1]));
        }
    }
}
