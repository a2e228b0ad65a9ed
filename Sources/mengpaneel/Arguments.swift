// Types of the libraries that are spelt on the command line as their raw values.
public import ArgumentParser
public import EnsembleShards
public import HousingMarket
public import Bilingual
public import Neighbourhoods
public import OpenDataFetch
public import Perspectives
public import Segregation
public import WorkingGroup

extension Language: ExpressibleByArgument {}
extension ReferenceFamily: ExpressibleByArgument {}
extension Resampling: ExpressibleByArgument {}
extension IntervalMethod: ExpressibleByArgument {}

extension AreaLevel: ExpressibleByArgument {}
extension LowIncomeDefinition: ExpressibleByArgument {}

extension ChangeMethod: ExpressibleByArgument {}
extension FetchPlan.Dialect: ExpressibleByArgument {}
extension UncertaintyLine: ExpressibleByArgument {}
extension BacktestOptions.Weighting: ExpressibleByArgument {}
extension OpinionOptions.Mode: ExpressibleByArgument {}
extension QOptions.Correlation: ExpressibleByArgument {}
extension RunSheetTemplate: ExpressibleByArgument {}
extension JobScript.Engine: ExpressibleByArgument {}
